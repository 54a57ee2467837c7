package eu.urne.api.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses and networks, of IPv4 and IPv6. */
public final class Networks {

    private static final Pattern IP_V4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IP_V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private record Network(byte[] prefix, int bits) {

        boolean has(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /**
     * Reads a list such as {@code 127.0.0.1,10.0.0.0/8,fd00::/8}, separated by commas. No name is looked up.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Networks parse(String text) {
        List<Network> networks = new ArrayList<>();
        for (String word : Settings.words(text)) {
            int slash = word.indexOf('/');
            byte[] address = bytes(slash < 0 ? word : word.substring(0, slash));
            int bits = slash < 0 ? address.length * 8 : Integer.parseInt(word.substring(slash + 1));
            if (bits < 0 || bits > address.length * 8) {
                throw new IllegalArgumentException(word + " is no network");
            }
            networks.add(new Network(address, bits));
        }
        return new Networks(networks);
    }

    private static byte[] bytes(String address) {
        if (!IP_V4.matcher(address).matches() && !IP_V6.matcher(address).matches()) {
            throw new IllegalArgumentException(address + " is no address");
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address + " is no address", e);
        }
    }

    /** Whether an address is in one of them. */
    public boolean have(String address) {
        byte[] bytes;
        try {
            bytes = bytes(address);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return networks.stream().anyMatch(network -> network.has(bytes));
    }
}
