package io.handover.chaos.observe;

import io.handover.quickstart.database.Administrator;
import io.handover.quickstart.home.Home;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The services' databases, read by their administrator. */
final class Databases {

    static final List<String> SERVICES = List.of("identity", "permission", "provisioning", "notification");

    private final Administrator administrator;

    Databases(String address, Home home) {
        administrator = new Administrator(address, home);
    }

    /** The columns of each row, as text; what is null is empty. */
    List<List<String>> rows(String database, String query) {
        try (Connection connection = administrator.connect(database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row(found));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(database + " could not be asked: " + query, failed);
        }
    }

    /** Each row with its columns in one text. */
    List<String> texts(String database, String query) {
        return rows(database, query).stream().map(row -> String.join(" ", row)).toList();
    }

    long number(String database, String query) {
        return Long.parseLong(texts(database, query).getFirst());
    }

    private static List<String> row(ResultSet found) throws SQLException {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
            String value = found.getString(column);
            row.add(value == null ? "" : value);
        }
        return row;
    }
}
