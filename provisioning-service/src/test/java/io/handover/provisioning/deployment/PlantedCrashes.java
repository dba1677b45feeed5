package io.handover.provisioning.deployment;

import io.handover.provisioning.TestDatabase;

/**
 * Crashes around the writes of deployments, made by the database: a transaction that can't commit leaves behind what a
 * replica does that dies before it, and a job that can't be settled what one does that dies after it. Each happens
 * once, for a server of one name: a sequence counts, because it does not roll back.
 */
final class PlantedCrashes {

    private static final String TABLE = """
            create table if not exists planted_crash (
                hostname text not null, step text not null, place text not null, counter text not null, server_id uuid)""";

    private static final String BEFORE_WRITE = """
            create or replace function crash_before_write() returns trigger language plpgsql as $$
            declare
                counter text;
            begin
                update planted_crash set server_id = old.server_id where hostname = old.hostname and step = old.step;
                select c.counter into counter from planted_crash c
                where c.hostname = old.hostname and c.step = old.step and c.place = 'BEFORE_WRITE';
                if counter is not null and nextval(counter::regclass) = 1 then
                    raise exception 'planted: dies before it writes';
                end if;
                if tg_op = 'DELETE' then
                    return old;
                end if;
                return new;
            end $$""";

    private static final String AFTER_WRITE = """
            create or replace function crash_after_write() returns trigger language plpgsql as $$
            declare
                counter text;
            begin
                select c.counter into counter from planted_crash c
                where c.server_id = old.subject_id and c.place = 'AFTER_WRITE' and old.kind = 'deploy-server';
                if counter is not null and old.lease_until is not null and new.lease_until is null
                        and nextval(counter::regclass) = 1 then
                    raise exception 'planted: dies after it wrote';
                end if;
                return new;
            end $$""";

    private PlantedCrashes() {}

    /** Where a replica dies. */
    enum Place {
        /** Nothing is written: the step runs twice. */
        BEFORE_WRITE,
        /** It is written, and nobody goes on before the lease ends. */
        AFTER_WRITE
    }

    static void begin() {
        TestDatabase.execute(TABLE);
        TestDatabase.execute(BEFORE_WRITE);
        TestDatabase.execute(AFTER_WRITE);
        TestDatabase.execute("create or replace trigger crash_before_write before update or delete on deployment"
                + " for each row execute function crash_before_write()");
        TestDatabase.execute("create or replace trigger crash_after_write before update on job"
                + " for each row execute function crash_after_write()");
    }

    static void end() {
        TestDatabase.execute("drop trigger crash_before_write on deployment");
        TestDatabase.execute("drop trigger crash_after_write on job");
    }

    static void plant(Place place, Step step, String hostname) {
        TestDatabase.execute("create sequence " + counter(hostname));
        TestDatabase.execute(
                "insert into planted_crash (hostname, step, place, counter) values ('%s', '%s', '%s', '%s')"
                        .formatted(hostname, step, place, counter(hostname)));
    }

    static boolean happened(String hostname) {
        return "t".equals(TestDatabase.first("select is_called from " + counter(hostname)));
    }

    private static String counter(String hostname) {
        return "crash_" + hostname.split("\\.", 2)[0];
    }
}
