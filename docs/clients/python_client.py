"""UpCloud's own Python client, unchanged, against a Handover that runs: each helper once, a line per step.

    python3 -m venv /tmp/upcloud && /tmp/upcloud/bin/pip install upcloud-api==2.9.0
    /tmp/upcloud/bin/python docs/clients/python_client.py http://127.0.0.1:8080

Opens an account of its own. Exits with the number of steps that failed.
"""

import secrets
import sys
import time
import traceback

import requests
from upcloud_api import CloudManager, FirewallRule, Label, Server, Storage, UpCloudAPIError, login_user_block
from upcloud_api.api import API
from upcloud_api.server_group import ServerGroup

HANDOVER = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"
USERNAME, PASSWORD = "ada" + secrets.token_hex(6), "a long walk along the sea"
ZONE, UBUNTU = "fi-hel1", "01000000-0000-4000-8000-000030240200"
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFq3LJwACe5ENBFHk6MTTtzrH20Ns2oJXSKi/234kxKU ops@example.org"

failed = []


def step(name):
    """Runs what it decorates at once, and goes on when that fails."""

    def run(body):
        try:
            print(f"ok      {name}: {body() or ''}", flush=True)
        except Exception as error:
            failed.append(name)
            line = traceback.extract_tb(error.__traceback__)[1].lineno
            print(f"FAILED  {name}: {type(error).__name__} {error}, line {line}", flush=True)

    return run


def wait_until(look, wanted):
    for _ in range(120):
        if look() == wanted:
            return
        time.sleep(0.5)
    raise TimeoutError(f"{look()} instead of {wanted}")


requests.post(
    HANDOVER + "/v1/accounts",
    json={"username": USERNAME, "password": PASSWORD, "email": "ada@example.org", "phone": "+358.401234567"},
    timeout=30,
).raise_for_status()
API.api_root = HANDOVER + "/1.3"
manager = CloudManager(USERNAME, PASSWORD)


def details(server):
    return manager.get_server(server.uuid)


def new_server(hostname, **more):
    return Server(
        hostname=hostname,
        zone=ZONE,
        plan="1xCPU-1GB",
        storage_devices=[Storage(os=UBUNTU, size=25), Storage(size=10)],
        **more,
    )


@step("authenticate")
def _():
    return manager.authenticate()["account"]["username"]


@step("wrong password")
def _():
    try:
        CloudManager(USERNAME, "not the right password").authenticate()
    except UpCloudAPIError as refused:
        assert refused.error_code == "AUTHENTICATION_FAILED", refused
        return refused.error_code
    raise AssertionError("was let in")


@step("API token")
def _():
    made = manager.api.post_request("/account/tokens", {"name": "python", "expires_in": "1h"})
    name = CloudManager(token=made["token"]).get_account()["account"]["username"]
    manager.api.delete_request("/account/tokens/" + made["id"])
    return name


for helper in ("get_zones", "get_timezones", "get_prices", "get_server_sizes", "get_server_plans", "get_templates"):

    @step(helper)
    def _():
        return f"{len(str(getattr(manager, helper)()))} characters"


web = new_server("web.example.org", labels=[Label("env", "dev")], login_user=login_user_block("ops", [KEY], True))


@step("create_server, password shown")
def _():
    manager.create_server(web)
    assert web.state == "maintenance" and web.password and web.username == "root"  # whatever login_user asks for


@step("ensure_started")
def _():
    web.ensure_started()
    assert details(web).state == "started"


for delivery in ("email", "sms"):

    @step(f"create_server, password by {delivery}")
    def _():
        server = manager.create_server(new_server(delivery + ".example.org", password_delivery=delivery))
        assert not hasattr(server, "password")
        server.ensure_started()
        server.stop_and_destroy()


@step("get_public_ip, get_ips")
def _():
    address = details(web).get_public_ip()
    assert address in [ip.address for ip in manager.get_ips()]
    return address


@step("what the Ansible inventory reads")
def _():
    listed = next(server for server in manager.get_servers() if server.uuid == web.uuid)
    server = details(web)
    assert server.networking["interfaces"]["interface"]
    return [listed.labels["label"], server.firewall, server.tags, server.metadata, server.server_group]


@step("create_tag, add_tags, get_servers by tag, remove_tags, tag.save, delete_tag")
def _():
    for name in ("dev", "blue"):
        manager.create_tag(name, "of " + name)
    server = details(web)
    server.add_tags(["dev", "blue"])
    assert [s.uuid for s in manager.get_servers(tags_has_all=["dev", "blue"])] == [web.uuid]
    assert [s.uuid for s in manager.get_servers(tags_has_one=["dev"], populate=True)] == [web.uuid]
    server.remove_tags(["blue"])
    tag = manager.get_tag("dev")
    tag.name = "staging"
    tag.save()
    assert details(web).tags == ["staging"]
    for tag in manager.get_tags():
        tag.destroy()
    assert details(web).tags == []


@step("server.save")
def _():
    server = details(web)
    server.title = "renamed"
    manager.modify_server(server.uuid, title="renamed")
    assert details(web).title == "renamed"


@step("firewall rules")
def _():
    server = details(web)
    server.add_firewall_rule(FirewallRule(action="accept", direction="in", family="IPv4", protocol="tcp", position="1",
                                          destination_port_start="22", destination_port_end="22"))
    rules = server.get_firewall_rules()
    assert [rule.destination_port_start for rule in rules] == ["22"]
    rules[0].destroy()
    assert server.get_firewall_rules() == []


@step("restart")
def _():
    details(web).restart(hard=True)
    wait_until(lambda: details(web).state, "started")


@step("shutdown, start")
def _():
    details(web).shutdown(hard=True)
    wait_until(lambda: details(web).state, "stopped")
    details(web).start()
    wait_until(lambda: details(web).state, "started")


@step("create_storage, modify, attach, detach, delete")
def _():
    disk = manager.create_storage(ZONE, 10, "maxiops", "data", encrypted=True)
    manager.modify_storage(disk.uuid, 12, "more data")
    disk = manager.get_storage(disk.uuid)
    assert (disk.size, disk.title, disk.encrypted) == (12, "more data", True)
    server = details(web)
    server.add_storage(disk)
    attached = next(device for device in details(web).storage_devices if device.uuid == disk.uuid)
    server = details(web)
    server.remove_storage(next(device for device in server.storage_devices if device.uuid == disk.uuid))
    assert disk.uuid not in [device.uuid for device in details(web).storage_devices]
    disk.destroy()
    return attached.address


@step("clone, templatize, backup, restore")
def _():
    disk = manager.create_storage(ZONE, 10, "maxiops", "source")

    def online(uuid):
        wait_until(lambda: manager.get_storage(uuid).state, "online")

    online(disk.uuid)
    copies = []
    for copy in (lambda: disk.clone("copy", ZONE), lambda: manager.templatize_storage(disk.uuid, "golden"),
                 lambda: manager.create_storage_backup(disk.uuid, "backup")):
        copies.append(copy())
        online(copies[-1].uuid)
        online(disk.uuid)
    manager.restore_storage_backup(copies[-1].uuid)
    online(disk.uuid)
    for storage in copies + [disk]:
        manager.delete_storage(storage.uuid)


@step("get_storages of each kind")
def _():
    kinds = ("public", "private", "normal", "backup", "cdrom", "template", "favorite")
    return {kind: len(manager.get_storages(kind)) for kind in kinds}


@step("server group")
def _():
    group = manager.create_server_group(
        ServerGroup(title="web", anti_affinity="no")  # its default is no word that its API knows
    )
    assert manager.get_server_group(group.uuid).title == "web"
    manager.delete_server_group(group.uuid)


@step("stop_and_destroy")
def _():
    details(web).stop_and_destroy()
    assert web.uuid not in [server.uuid for server in manager.get_servers()]
    assert manager.get_storages("normal") == []


sys.exit(len(failed))
