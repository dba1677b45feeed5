package io.handover.system.permission;

/**
 * Somebody with a credential.
 *
 * @param number 0 is the main account itself, the others are its members
 */
record Who(int account, int number) {

    static Who mainOf(int account) {
        return new Who(account, 0);
    }

    boolean isMain() {
        return number == 0;
    }

    @Override
    public String toString() {
        return isMain() ? "main-" + account : "member-" + account + "." + number;
    }
}
