package io.handover.sandbox.ssh;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is an OpenSSH public key that somebody can log in with. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OpenSshKey.Rule.class)
public @interface OpenSshKey {

    /** The rule, for people. */
    String message() default "must be an OpenSSH public key such as ssh-ed25519 AAAA....";

    /** Bean Validation wants it. */
    Class<?>[] groups() default {};

    /** Bean Validation wants it. */
    Class<? extends Payload>[] payload() default {};

    /** Leaves an absent text to other rules. */
    class Rule implements ConstraintValidator<OpenSshKey, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || AuthorizedKey.parse(text).isPresent();
        }
    }
}
