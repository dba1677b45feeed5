package io.handover.identity.account;

import io.handover.events.Topics;
import io.handover.events.identity.AccountEvent;
import io.handover.identity.password.Passwords;
import io.handover.kit.ambient.Ids;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.refusal.Refusal;
import io.handover.kit.secret.Secret;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What adding and changing have in common for main accounts and members. */
@ApplicationScoped
public class Users {

    private final UserRepository users;
    private final Passwords passwords;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Users(UserRepository users, Passwords passwords, Outbox outbox, Ids ids, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Checks what is said of somebody new and hashes the password; outside of a transaction, because that is slow. */
    Uni<User.NewUser> prepare(UserDetails given, Newcomer newcomer) {
        var check = new DetailsCheck();
        String username = check.username(given.username());
        Profile profile = check.profile(given, Profile.BLANK);
        Settings settings = check.settings(given, Settings.OPEN);
        Secret password = given.password();
        if (password != null) {
            passwords
                    .refusalOf(password, words(username, profile))
                    .ifPresent(reason -> check.refuse("password", reason));
        }
        newcomer.check(given, check);
        return (password == null ? passwords.hashOfNone() : passwords.hash(password))
                .map(hash -> new User.NewUser(username, hash, profile, settings));
    }

    /** Needs a transaction. */
    Uni<User> addAccount(User.NewUser made) {
        UUID id = ids.timeOrdered();
        return add(new User(id, id, made, clock.instant()));
    }

    /** Adds a member and says so; 409 when the username is taken anywhere, 400 when a field breaks its rule. */
    public Uni<User> addMember(UUID accountId, UserDetails given, Function<User, Uni<Void>> also) {
        return prepare(given, Newcomer.MEMBER)
                .chain(made ->
                        Panache.withTransaction(() -> add(new User(accountId, ids.timeOrdered(), made, clock.instant()))
                                .call(member -> outbox.record(Topics.IDENTITY_ACCOUNT, member.added()))
                                .call(also::apply)));
    }

    private Uni<User> add(User user) {
        return users.findByUsername(user.username())
                .onItem()
                .ifNotNull()
                .failWith(AccountRefusals::usernameTaken)
                .chain(() -> users.persistAndFlush(user))
                .onFailure(ConstraintViolationException.class)
                .transform(lostTheRace -> AccountRefusals.usernameTaken());
    }

    /** The same, and nothing else in its transaction. */
    public Uni<Void> change(UUID accountId, String username, UserDetails given) {
        return change(accountId, username, given, user -> Uni.createFrom().voidItem());
    }

    /** Changes somebody of a workspace and says what changed; 404 when there is nobody of that name. */
    public Uni<Void> change(UUID accountId, String username, UserDetails given, Function<User, Uni<Void>> also) {
        return Panache.withSession(() -> find(accountId, username))
                .chain(user -> newHash(user, given))
                .chain(hash -> Panache.withTransaction(() -> find(accountId, username)
                        .call(user -> change(user, given, hash.text()))
                        .call(also::apply)))
                .replaceWithVoid();
    }

    private Uni<User> find(UUID accountId, String username) {
        return users.findInWorkspace(accountId, username)
                .onItem()
                .ifNull()
                .failWith(() -> AccountRefusals.unknownUser(username));
    }

    private Uni<NewHash> newHash(User user, UserDetails given) {
        Secret password = given.password();
        if (password == null) {
            return Uni.createFrom().item(new NewHash(null));
        }
        passwords.refusalOf(password, words(user.username(), user.profile())).ifPresent(reason -> {
            throw Refusal.invalidField("PASSWORD_INVALID", "password", reason);
        });
        return passwords.hash(password).map(NewHash::new);
    }

    private Uni<Void> change(User user, UserDetails given, @Nullable String hash) {
        var check = new DetailsCheck();
        Profile before = user.profile();
        Profile profile = check.profile(given, before);
        Settings settings = check.settings(given, user.settings());
        if (!DetailsCheck.isAbsent(given.username()) && !user.username().equalsIgnoreCase(given.username())) {
            check.refuse("username", "can't be changed.");
        }
        check.refuseFirstInvalid();
        Optional<AccountEvent> changed = user.change(profile, settings);
        if (hash != null) {
            user.rehash(hash);
        }
        return say(changed).chain(() -> say(Optional.ofNullable(hash).map(ignored -> user.passwordChanged())));
    }

    private Uni<Void> say(Optional<? extends AccountEvent> event) {
        return event.map(said -> outbox.record(Topics.IDENTITY_ACCOUNT, said))
                .orElse(Uni.createFrom().voidItem());
    }

    private static List<String> words(String username, Profile profile) {
        return List.of(username, profile.email().split("@", 2)[0]);
    }

    /** Null when the password stays. */
    private record NewHash(@Nullable String text) {}
}
