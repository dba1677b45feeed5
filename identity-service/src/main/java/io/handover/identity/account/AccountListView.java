package io.handover.identity.account;

import java.util.List;

/** What {@code GET /1.3/account/list} answers: the main account and its members. */
record AccountListView(Accounts accounts) {

    static AccountListView of(List<User> users) {
        return new AccountListView(new Accounts(users.stream().map(Account::of).toList()));
    }

    record Accounts(List<Account> account) {}

    record Account(String type, String username, DetailsView.Roles roles, List<Label> labels) {

        static Account of(User user) {
            return new Account(
                    user.isMain() ? "main" : "sub",
                    user.username(),
                    new DetailsView.Roles(user.settings().roles()),
                    user.settings().labels().stream().map(Label::parse).toList());
        }
    }
}
