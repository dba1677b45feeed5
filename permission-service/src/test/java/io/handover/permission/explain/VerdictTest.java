package io.handover.permission.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.permission.explain.Verdict.Allowed;
import io.handover.permission.explain.Verdict.Cause;
import io.handover.permission.explain.Verdict.Denied;
import io.handover.permission.explain.Verdict.Missing;
import io.handover.permission.grant.Grant;
import io.handover.permission.target.Target;
import io.handover.permission.target.TargetType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Target SERVER = Target.server(UUID.randomUUID());
    private static final Target STORAGE = Target.storage(UUID.randomUUID());
    private static final Target ALL_SERVERS = Target.all(TargetType.SERVER);
    private static final Target ALL_STORAGES = Target.all(TargetType.STORAGE);
    private static final Target ALL_TAGS = Target.all(TargetType.TAG_ACCESS);

    @Test
    void allowsWhatIsGrantedItselfOrWithAllOfItsType() {
        assertThat(decide(SERVER, List.of(), grant(SERVER))).isEqualTo(allowed(grant(SERVER)));
        assertThat(decide(SERVER, List.of(), grant(ALL_SERVERS))).isEqualTo(allowed(grant(ALL_SERVERS)));
        assertThat(decide(ALL_SERVERS, List.of(), grant(ALL_SERVERS))).isEqualTo(allowed(grant(ALL_SERVERS)));
    }

    @Test
    void allowsAServerThroughOneOfItsTags() {
        Grant dev = grant(Target.tag("dev"));

        assertThat(decide(SERVER, List.of("db", "dev"), dev))
                .isEqualTo(new Allowed(List.of(new Cause(dev, Optional.empty(), Optional.of("dev")))));
        assertThat(decide(SERVER, List.of("db", "dev"), grant(ALL_TAGS)))
                .isEqualTo(new Allowed(List.of(new Cause(grant(ALL_TAGS), Optional.empty(), Optional.of("db")))));
    }

    @Test
    void namesEveryCause() {
        Verdict verdict = decide(SERVER, List.of("dev"), grant(SERVER), grant(STORAGE), grant(Target.tag("dev")));

        assertThat(verdict)
                .isEqualTo(new Allowed(List.of(
                        new Cause(grant(SERVER), Optional.empty(), Optional.empty()),
                        new Cause(grant(Target.tag("dev")), Optional.empty(), Optional.of("dev")))));
    }

    @Test
    void deniesAServerWhoseTagsAreOthers() {
        assertThat(decide(SERVER, List.of("prod"), grant(Target.tag("dev"))))
                .isEqualTo(denied(SERVER, ALL_SERVERS, Target.tag("prod"), ALL_TAGS));
    }

    @Test
    void deniesAServerWithoutTagsToWhoHasAllTags() {
        assertThat(decide(SERVER, List.of(), grant(ALL_TAGS))).isEqualTo(denied(SERVER, ALL_SERVERS));
    }

    @Test
    void deniesAllToWhoHasOne() {
        assertThat(decide(ALL_SERVERS, List.of(), grant(SERVER))).isEqualTo(denied(ALL_SERVERS));
    }

    @Test
    void deniesOneTypeToWhoHasAnother() {
        assertThat(decide(SERVER, List.of(), grant(ALL_STORAGES))).isEqualTo(denied(SERVER, ALL_SERVERS));
    }

    @Test
    void allowsAStorageThroughAServerThatHasIt() {
        Grant withStorages = withStorages(SERVER);

        assertThat(decideAttached(List.of(), grant(SERVER), withStorages))
                .isEqualTo(new Allowed(List.of(new Cause(withStorages, Optional.of(SERVER), Optional.empty()))));
        assertThat(decideAttached(List.of(), withStorages(ALL_SERVERS)))
                .isEqualTo(new Allowed(
                        List.of(new Cause(withStorages(ALL_SERVERS), Optional.of(SERVER), Optional.empty()))));
    }

    @Test
    void allowsAStorageThroughATagOfAServerThatHasIt() {
        Grant dev = withStorages(Target.tag("dev"));

        assertThat(decideAttached(List.of("db", "dev"), dev, grant(Target.tag("db"))))
                .isEqualTo(new Allowed(List.of(new Cause(dev, Optional.of(SERVER), Optional.of("dev")))));
    }

    @Test
    void deniesAStorageToWhoHasItsServerWithoutStorages() {
        assertThat(decideAttached(List.of("dev"), grant(SERVER), grant(ALL_TAGS)))
                .isEqualTo(new Denied(List.of(
                        new Missing(STORAGE, false),
                        new Missing(ALL_STORAGES, false),
                        new Missing(SERVER, true),
                        new Missing(ALL_SERVERS, true),
                        new Missing(Target.tag("dev"), true),
                        new Missing(ALL_TAGS, true))));
    }

    @Test
    void deniesAStorageThatNoServerHasToWhoHasAllServers() {
        assertThat(Verdict.of(STORAGE, Map.of(), List.of(withStorages(ALL_SERVERS))))
                .isEqualTo(denied(STORAGE, ALL_STORAGES));
        assertThat(Verdict.of(ALL_STORAGES, Map.of(), List.of(withStorages(ALL_SERVERS))))
                .isEqualTo(denied(ALL_STORAGES));
    }

    private static Verdict decide(Target target, List<String> tags, Grant... grants) {
        return Verdict.of(target, target.isAll() ? Map.of() : Map.of(target, tags), List.of(grants));
    }

    private static Verdict decideAttached(List<String> tags, Grant... grants) {
        return Verdict.of(STORAGE, Map.of(SERVER, tags), List.of(grants));
    }

    private static Allowed allowed(Grant grant) {
        return new Allowed(List.of(new Cause(grant, Optional.empty(), Optional.empty())));
    }

    private static Denied denied(Target... missing) {
        return new Denied(
                Stream.of(missing).map(target -> new Missing(target, false)).toList());
    }

    private static Grant grant(Target target) {
        return new Grant(target, false, new UUID(0, 1), NOW);
    }

    private static Grant withStorages(Target target) {
        return new Grant(target, true, new UUID(0, 1), NOW);
    }
}
