package io.handover.simulation;

import io.handover.events.Topics;
import io.handover.events.identity.AccountOpened;
import io.handover.events.identity.ContactChanged;
import io.handover.events.identity.MemberAdded;
import io.handover.events.identity.MemberRemoved;
import io.handover.notification.contact.Contact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Accounts and their members; every method is a transaction. */
final class Identity {

    private final World world;
    private final Ledger ledger;
    private final Map<UUID, Contact> contacts = new HashMap<>();
    private final Map<UUID, List<UUID>> members = new HashMap<>();

    Identity(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    UUID open() {
        UUID account = world.id();
        contacts.put(account, new Contact.Known("first@example.org", "+358401234567"));
        ledger.record(Topics.IDENTITY_ACCOUNT, new AccountOpened(account, "ada", "first@example.org", "+358401234567"));
        return account;
    }

    void changeContact(UUID account) {
        String email = world.id() + "@example.org";
        contacts.put(account, new Contact.Known(email, "+358401234567"));
        ledger.record(Topics.IDENTITY_ACCOUNT, new ContactChanged(account, email, "+358401234567"));
    }

    UUID addMember(UUID account) {
        UUID member = world.id();
        members(account).add(member);
        ledger.record(Topics.IDENTITY_ACCOUNT, new MemberAdded(account, member, "bob"));
        return member;
    }

    void removeMember(UUID account, UUID member) {
        if (members(account).remove(member)) {
            ledger.record(Topics.IDENTITY_ACCOUNT, new MemberRemoved(account, member, "bob"));
        }
    }

    Map<UUID, Contact> contacts() {
        return contacts;
    }

    List<UUID> members(UUID account) {
        return members.computeIfAbsent(account, absent -> new ArrayList<>());
    }
}
