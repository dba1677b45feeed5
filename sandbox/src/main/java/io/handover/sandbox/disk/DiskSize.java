package io.handover.sandbox.disk;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The number is a size that a disk can have, in GiB. */
@Min(1)
@Max(4096)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface DiskSize {

    /** The rule, for people. */
    String message() default "must be 1 to 4096.";

    /** Bean Validation wants it. */
    Class<?>[] groups() default {};

    /** Bean Validation wants it. */
    Class<? extends Payload>[] payload() default {};
}
