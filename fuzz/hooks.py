"""What a schema can't say: bodies that are accepted, and that the API reads more than it promises."""

import json
import zlib

import jsonschema_rs
import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import EnsureResourceAvailability, UnsupportedMethodResponse

SERVER = {
    "hostname": "web.example.org",
    "title": "web",
    "zone": "fi-hel1",
    "plan": "1xCPU-1GB",
    "password_delivery": "none",
    "storage_devices": {
        "storage_device": [
            {"action": "clone", "storage": "01000000-0000-4000-8000-000030240200", "title": "os", "size": 25}
        ]
    },
}
STORAGE = {"title": "data", "zone": "fi-hel1", "size": 10}
FIREWALL_RULE = {"direction": "in", "action": "accept", "family": "IPv4", "protocol": "tcp"}

ACCEPTED = {
    "POST /1.3/server": {"server": SERVER},
    "POST /1.3/server/{id}/firewall_rule": {"firewall_rule": FIREWALL_RULE},
    "POST /1.3/server-group": {"server_group": {"title": "web"}},
    "POST /1.3/storage": {"storage": STORAGE},
    "POST /1.3/storage/{id}/clone": {"storage": {"title": "copy", "zone": "fi-hel1"}},
    "POST /1.3/storage/{id}/backup": {"storage": {"title": "before"}},
    "POST /1.3/storage/{id}/templatize": {"storage": {"title": "golden"}},
    "POST /1.3/account/tokens": {"name": "ci", "expires_in": "1h", "allowed_ip_ranges": ["127.0.0.1"]},
    "POST /v1/servers/{id}/password": {"method": "none"},
}


@schemathesis.hook
def map_case(context, case):
    """Sends what is accepted in place of every second body that only fits the schema: sequences begin with it."""
    body = ACCEPTED.get(case.operation.label)
    if body is None or not case.meta.generation.mode.is_positive:
        return case
    drawn = json.dumps(case.body, default=str, sort_keys=True).encode()
    if zlib.crc32(drawn) % 2 == 0:
        case.body = body
    return case


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Lets three things pass, and a run counts them."""
    if isinstance(failure, AcceptedNegativeData):
        # It differs from the schema in how values are written only, as clients write them.
        return not is_written_otherwise(case)
    if isinstance(failure, EnsureResourceAvailability):
        # 404 is also said of what a request names, such as a zone.
        return is_own_absence(case, response)
    # PUT and DELETE take "labels" for the id of a server that is not there: 400 or 404, and no 405.
    return not (isinstance(failure, UnsupportedMethodResponse) and case.operation.path == "/1.3/server/labels")


def is_own_absence(case, response):
    code = response.json().get("error", {}).get("error_code", "")
    thing = case.operation.path.split("/")[2].replace("-", "_").upper()
    return code in ("", thing + "_NOT_FOUND")


def is_written_otherwise(case):
    document = case.operation.schema.raw_schema
    content = document["paths"][case.operation.path][case.method.lower()].get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema")
    others = [part for place, part in case.meta.components.items() if place.value != "body"]
    if schema is None or any(part.mode.is_negative for part in others):
        return False
    whole = {**schema, "components": document["components"]}
    return jsonschema_rs.validator_for(whole).is_valid(as_documented(case.body, schema, document))


def as_documented(value, schema, document):
    """A null is nothing; a text may be a number or a boolean, and they may be texts."""
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    if isinstance(value, dict):
        fields = schema.get("properties", {})
        return {
            name: as_documented(field, fields.get(name, {}), document)
            for name, field in value.items()
            if field is not None
        }
    if isinstance(value, list):
        return [as_documented(item, schema.get("items", {}), document) for item in value]
    if schema.get("type") == "string" and not isinstance(value, str):
        return json.dumps(value)
    if schema.get("type") in ("integer", "number", "boolean") and isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
