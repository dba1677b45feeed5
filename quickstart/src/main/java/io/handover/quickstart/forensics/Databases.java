package io.handover.quickstart.forensics;

import io.handover.quickstart.database.Administrator;
import io.handover.quickstart.home.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** PostgreSQL, as its administrator sees it. */
public final class Databases {

    private static final String DATABASES = "select datname from pg_database where not datistemplate order by datname";
    private static final String TABLES = """
            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema') order by 1""";

    private final Administrator administrator;
    private final Home home;

    /** Those of a stack that runs. */
    public Databases(String address, Home home) {
        this.administrator = new Administrator(address, home);
        this.home = home;
    }

    Connection connect(String database) throws SQLException {
        return administrator.connect(database);
    }

    /** From now on every segment of the write-ahead log stays. */
    void keepWholeLog() throws SQLException {
        run("alter system set wal_keep_size = '100GB'");
        run("select pg_reload_conf()");
    }

    /** A row in a table that stays. */
    void plantRow(String text) throws SQLException {
        run("create table planted as select '" + text + "' as canary");
    }

    /** A row of a table that is gone: only the log still has it. */
    void plantDroppedRow(String text) throws SQLException {
        run("create table dropped (canary text)");
        run("insert into dropped values ('" + text + "')");
        run("drop table dropped");
    }

    /** A base backup with one row that is only there while it is made. */
    void backUp(Path folder, String planted) throws SQLException, IOException {
        run("create table backed_up as select '" + planted + "' as canary");
        backUp(folder);
        run("drop table backed_up");
    }

    /**
     * A base backup that a server starts from: a copy of all files while the server goes on, then of the log that was
     * written meanwhile (PostgreSQL's manual, "Making a Base Backup Using the Low Level API"), as pg_basebackup makes.
     */
    public void backUp(Path folder) throws SQLException, IOException {
        Path data = home.folder("postgresql");
        try (Connection connection = connect(Administrator.NAME);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('handover', true)");
            copy(data, folder);
            try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(folder.resolve("backup_label"), stopped.getString(1));
            }
            copy(data.resolve("pg_wal"), folder.resolve("pg_wal"));
        }
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
    }

    /** A file for each table of each database, in PostgreSQL's text format. */
    public void copyOut(Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        for (String database : administrator.strings(Administrator.NAME, DATABASES)) {
            for (String table : administrator.strings(database, TABLES)) {
                copyOut(database, table, folder.resolve(database + "." + table.replace("\"", "")));
            }
        }
    }

    private void copyOut(String database, String table, Path file) throws SQLException, IOException {
        try (Connection connection = connect(database);
                OutputStream out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
        }
    }

    /** With permissions: a server does not start on a folder that others may read. */
    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Path copy = to.resolve(from.relativize(path));
            if (!Files.isDirectory(path) || !Files.isDirectory(copy)) {
                copyUnlessGone(path, copy);
            }
        }
    }

    private static void copyUnlessGone(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException dropped) {
            // The log knows what became of it.
        }
    }

    private void run(String sql) throws SQLException {
        administrator.run(Administrator.NAME, sql);
    }
}
