package io.handover.provisioning.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Where on the buses of a server its devices are, as pure functions. */
final class DeviceAddress {

    private static final Pattern ADDRESS = Pattern.compile("virtio:([0-9]|1[0-5])|scsi:0:([0-9]|1[0-5])|ide:[01]:[01]");
    private static final Set<String> BUSES = Set.of("virtio", "scsi", "ide");
    private static final int SLOTS = 16;

    private DeviceAddress() {}

    /** An address for each device, in order: the one it asks for, or the next that is free on its bus. */
    static List<String> all(List<StorageDevice> devices) {
        Set<String> taken = new HashSet<>();
        devices.stream()
                .map(DeviceAddress::wish)
                .filter(wish -> !BUSES.contains(wish))
                .forEach(exact -> take(exact, taken));
        List<String> addresses = new ArrayList<>();
        for (StorageDevice device : devices) {
            String wish = wish(device);
            addresses.add(BUSES.contains(wish) ? take(wish, taken) : wish);
        }
        return addresses;
    }

    /** The address that is asked for, or a free one of the bus that is; it is taken from then on. */
    static String take(String wish, Set<String> taken) {
        String address = BUSES.contains(wish) ? free(wish, taken) : checked(wish);
        if (!taken.add(address)) {
            throw StorageRefusals.addressTaken(address);
        }
        return address;
    }

    static String wish(StorageDevice device) {
        return StorageRules.orElse(device.address(), device.isCdrom() ? "ide" : "virtio");
    }

    static String checked(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw StorageRefusals.badAddress();
        }
        return address;
    }

    static boolean isIde(String address) {
        return address.startsWith("ide");
    }

    private static String free(String bus, Set<String> taken) {
        return slots(bus).stream()
                .filter(address -> !taken.contains(address))
                .findFirst()
                .orElseThrow(() -> StorageRefusals.busFull(bus));
    }

    private static List<String> slots(String bus) {
        return switch (bus) {
            case "ide" -> List.of("ide:0:0", "ide:0:1", "ide:1:0", "ide:1:1");
            case "scsi" ->
                IntStream.range(0, SLOTS).mapToObj(slot -> "scsi:0:" + slot).toList();
            default ->
                IntStream.range(0, SLOTS).mapToObj(slot -> "virtio:" + slot).toList();
        };
    }
}
