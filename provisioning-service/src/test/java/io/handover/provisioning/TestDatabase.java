package io.handover.provisioning;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The service's database, as somebody sees it who holds a copy. */
public final class TestDatabase {

    private TestDatabase() {}

    /** How many rows have an id in a column. */
    public static int count(String table, String column, String id) {
        return Integer.parseInt(String.valueOf(
                first("select count(*) from " + table + " where cast(" + column + " as text) = '" + id + "'")));
    }

    /** One column of the row with an id; null when it holds nothing. */
    public static @Nullable String text(String table, String column, String key, String id) {
        return first("select " + column + " from " + table + " where cast(" + key + " as text) = '" + id + "'");
    }

    /** The tables that hold a text anywhere. */
    public static List<String> tablesWith(String text) {
        List<String> tables = new ArrayList<>();
        try (Connection database = open();
                var names = database.createStatement()
                        .executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (names.next()) {
                String table = names.getString(1);
                if (!"0"
                        .equals(first("select count(*) from \"" + table + "\" r where position('" + text
                                + "' in cast(r as text)) > 0"))) {
                    tables.add(table);
                }
            }
            return tables;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Changes what a test cannot change through the front door: what a dead replica left behind. */
    public static void execute(String sql) {
        try (Connection database = open();
                var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of the first row; null when there is none. */
    public static @Nullable String first(String sql) {
        try (Connection database = open();
                ResultSet rows = database.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** For what spans several statements. */
    public static Connection open() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
