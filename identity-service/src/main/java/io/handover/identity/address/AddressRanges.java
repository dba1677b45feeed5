package io.handover.identity.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Addresses written as UpCloud's clients write them: {@code 10.0.0.1}, {@code 10.0.0.0/8}, {@code 10.0.0.1-10.0.0.9},
 * and the same in IPv6. Pure.
 *
 * @param texts one range each
 */
public record AddressRanges(List<String> texts) {

    /** Everywhere, in both families. */
    public static final List<String> EVERYWHERE = List.of("0.0.0.0/0", "::/0");

    private static final int CUSTOMER_BITS = 64;

    /** No shorthands such as {@code 10.1} or wildcards: what is meant must be plain to see. */
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowWildcardedSeparator(false)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
            .getParentBuilder()
            .toParams();

    /** The ranges. */
    public AddressRanges {
        texts = List.copyOf(texts);
    }

    /** Whether a text is an address, a block or a range. */
    public static boolean isRange(@Nullable String text) {
        return text != null && parse(text).isPresent();
    }

    /** What one customer has: an IPv4 address, or the /64 of an IPv6 address. What is no address stays what it is. */
    public static String networkOf(String address) {
        return single(address)
                .map(AddressRanges::unmapped)
                .map(client -> client.isIPv6() ? client.toPrefixBlock(CUSTOMER_BITS) : client)
                .map(IPAddress::toCanonicalString)
                .orElse(address);
    }

    /** Whether an address lies in one of the ranges; an address that can't be read lies in none. */
    public boolean contain(String address) {
        return single(address)
                .map(AddressRanges::unmapped)
                .map(client ->
                        texts.stream().flatMap(text -> parse(text).stream()).anyMatch(range -> range.contains(client)))
                .orElse(false);
    }

    private static Optional<IPAddressSeqRange> parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return address(text).map(block -> block.toPrefixBlock().toSequentialRange());
        }
        Optional<IPAddress> lower = single(text.substring(0, dash));
        Optional<IPAddress> upper = single(text.substring(dash + 1));
        return lower.flatMap(from -> upper.flatMap(to -> rangeBetween(from, to)));
    }

    private static Optional<IPAddressSeqRange> rangeBetween(IPAddress from, IPAddress to) {
        boolean ordered = from.getIPVersion() == to.getIPVersion() && from.compareTo(to) <= 0;
        return ordered ? Optional.ofNullable(from.spanWithRange(to)) : Optional.empty();
    }

    private static Optional<IPAddress> single(String text) {
        return address(text).filter(address -> !address.isPrefixed() && !address.isMultiple());
    }

    private static Optional<IPAddress> address(String text) {
        return Optional.ofNullable(new IPAddressString(text.strip(), STRICT).getAddress());
    }

    /** An IPv4 client of an IPv6 socket ({@code ::ffff:10.0.0.1}) is an IPv4 client. */
    private static IPAddress unmapped(IPAddress address) {
        return address.isIPv6() && address.toIPv6().isIPv4Mapped()
                ? address.toIPv6().getEmbeddedIPv4Address()
                : address;
    }
}
