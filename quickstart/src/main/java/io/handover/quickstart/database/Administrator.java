package io.handover.quickstart.database;

import io.handover.quickstart.home.Home;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Who may read and do everything in the PostgreSQL of a stack that runs. */
public final class Administrator {

    /** The administrator's name, and the database to start from. */
    public static final String NAME = "postgres";

    private final String address;
    private final Home home;

    /**
     * Connects on each call.
     *
     * @param address host and port
     */
    public Administrator(String address, Home home) {
        this.address = address;
        this.home = home;
    }

    /** A connection that its caller closes. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + address + "/" + database, NAME, home.secret(NAME));
    }

    /** Executes a statement. */
    public void run(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what a query finds. */
    public List<String> strings(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
