package io.handover.sandbox.shell;

import io.handover.sandbox.disk.Disk;
import java.io.IOException;
import java.util.List;

/** {@code disk} lists the machine's disks, reads what one holds, and lets one hold something else. */
final class DiskCommand {

    private final Guest guest;
    private final Console console;

    DiskCommand(Guest guest, Console console) {
        this.guest = guest;
        this.console = console;
    }

    int run(String arguments) throws IOException {
        String[] words = arguments.split("\\s+", 3);
        if (arguments.isEmpty()) {
            return list();
        }
        if (words.length == 2 && words[0].equals("read")) {
            return read(words[1]);
        }
        if (words.length == 3 && words[0].equals("write")) {
            return write(words[1], words[2]);
        }
        return complain("only read N or write N TEXT may follow here. Try help.", Shell.WRONG_USE);
    }

    private int list() throws IOException {
        int place = 0;
        for (Disk disk : guest.disks()) {
            console.say(place++ + ": " + disk.sizeGib() + " GiB");
        }
        return 0;
    }

    private int read(String place) throws IOException {
        List<Disk> disks = guest.disks();
        if (!isAmong(disks, place)) {
            return noSuchDisk();
        }
        console.say(disks.get(Integer.parseInt(place)).content());
        return 0;
    }

    private int write(String place, String text) throws IOException {
        if (!isAmong(guest.disks(), place)) {
            return noSuchDisk();
        }
        if (!Disk.canHold(text)) {
            return complain(
                    "it holds at most " + Disk.CONTENT_LENGTH_MAX + " characters, none of them a control character.",
                    Shell.FAILED);
        }
        guest.writeDisk(Integer.parseInt(place), text);
        return 0;
    }

    private static boolean isAmong(List<Disk> disks, String place) {
        return place.matches("[0-9]{1,3}") && Integer.parseInt(place) < disks.size();
    }

    private int noSuchDisk() throws IOException {
        return complain("there is no such disk.", Shell.FAILED);
    }

    private int complain(String line, int status) throws IOException {
        console.complain("disk: " + line);
        return status;
    }
}
