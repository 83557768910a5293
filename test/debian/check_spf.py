"""Judges SPF with pyspf (Debian packages python3-spf and python3-dnspython), asking one DNS server and no other.

Arguments: the server's IP address and port, and seconds to wait for one answer. Each line of standard input is a JSON
object {"domain", "ip"}; for each, one is printed: {"result", "words"}.
"""
import json
import sys

import dns.resolver
import spf

address, port, patience = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])

resolver = dns.resolver.Resolver(configure=False)
resolver.nameservers = [address]
resolver.port = port
resolver.retry_servfail = False


def lookup(name, qtype, tcpfallback=True, timeout=None):
    """As spf.DNSLookup_dnspython, which cannot be told a server."""
    try:
        answer = resolver.resolve(name, qtype, lifetime=patience, search=False, raise_on_no_answer=False)
    except (dns.resolver.NXDOMAIN, dns.name.LabelTooLong, dns.name.NameTooLong, dns.name.EmptyLabel):
        return []
    except (dns.resolver.NoNameservers, dns.exception.Timeout) as error:
        raise spf.TempError("DNS " + str(error))
    data = {
        "A": lambda record: record.address,
        "AAAA": lambda record: record.address,
        "MX": lambda record: (record.preference, record.exchange),
        "PTR": lambda record: record.target.to_text(True),
        "TXT": lambda record: list(record.strings),
    }[qtype]
    return [((name, qtype), data(record)) for record in answer.rrset or []]


spf.DNSLookup = lookup

for line in sys.stdin:
    asked = json.loads(line)
    domain = asked["domain"]
    try:
        result, words = spf.check2(i=asked["ip"], s="postmaster@" + domain, h=domain)
    except Exception as error:
        result, words = "broken", repr(error)
    print(json.dumps({"result": result, "words": words}), flush=True)
