package io.handover.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The tables, for what no answer shows. */
@ApplicationScoped
class Rows {

    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    boolean hasBox(UUID deliveryId) {
        return !query("select 1 from delivery where sealed_box is not null and delivery_id = ?", deliveryId)
                .isEmpty();
    }

    boolean hasKeyOf(UUID deliveryId) {
        return !query("select 1 from delivery_key where delivery_id = ?", deliveryId)
                .isEmpty();
    }

    boolean hasKey(UUID keyId) {
        return !query("select 1 from delivery_key where key_id = ?", keyId).isEmpty();
    }

    /** The key-encryption key that wraps a delivery key. */
    UUID kekOf(UUID keyId) {
        return UUID.fromString(
                query("select kek_id from delivery_key where key_id = ?", keyId).getFirst());
    }

    /** As if its key-encryption key had been lost. */
    void loseKekOf(UUID keyId) {
        execute("update delivery_key set kek_id = gen_random_uuid() where key_id = ?", keyId);
    }

    /** As if the service had been down until after a key's end. */
    void expireKey(UUID keyId) {
        execute(
                "update delivery_key set usable_until = now() - interval '2 seconds', expires_at = now() - interval '1 second'"
                        + " where key_id = ?",
                keyId);
    }

    /** As if the service had been down until after a delivery's end. */
    void expire(UUID deliveryId) {
        execute("update delivery set expires_at = now() - interval '1 second' where delivery_id = ?", deliveryId);
    }

    /** As if its sender had died a while ago. */
    void interrupt(UUID deliveryId) {
        execute(
                "update delivery set state = 'sending', due_at = now() - interval '1 second' where delivery_id = ?",
                deliveryId);
    }

    /** All that is kept of a delivery, as text. */
    List<String> everythingOf(UUID deliveryId) {
        List<String> rows = new ArrayList<>();
        rows.addAll(query("select t::text from delivery t where delivery_id = ?", deliveryId));
        rows.addAll(query("select t::text from delivery_step t where delivery_id = ?", deliveryId));
        return rows;
    }

    private List<String> query(String sql, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void execute(String sql, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
