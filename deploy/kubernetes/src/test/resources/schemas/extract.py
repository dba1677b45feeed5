"""Writes the JSON Schemas beside it, from what a Kubernetes API server says of itself.

    kubectl proxy --port 8001 &
    python3 extract.py http://localhost:8001

The server has the definitions of the operators' resources installed. Nothing but what the manifests use is kept, and no
field is allowed that the server does not name. Strimzi's schemas are not written here: see README.md.
"""
import json
import os
import sys
import urllib.request

ORIGINS = {
    "kubernetes-1.34.2": {
        "api/v1": ["ConfigMap", "Namespace", "PersistentVolumeClaim", "Service", "ServiceAccount"],
        "apis/apps/v1": ["Deployment", "StatefulSet"],
        "apis/autoscaling/v2": ["HorizontalPodAutoscaler"],
        "apis/batch/v1": ["Job"],
        "apis/networking.k8s.io/v1": ["Ingress", "NetworkPolicy"],
        "apis/policy/v1": ["PodDisruptionBudget"],
    },
    "cloudnative-pg-1.27.1": {"apis/postgresql.cnpg.io/v1": ["Cluster", "Database"]},
    "gateway-api-1.4.0": {"apis/gateway.networking.k8s.io/v1": ["HTTPRoute"]},
    "keda-2.18.1": {"apis/keda.sh/v1alpha1": ["ScaledObject", "TriggerAuthentication"]},
    "prometheus-operator-0.86.2": {"apis/monitoring.coreos.com/v1": ["PodMonitor", "PrometheusRule"]},
}
PREFIX = "#/components/schemas/"


def strict(node):
    """Without prose, and closed: a field that is not named is a mistake."""
    if isinstance(node, list):
        return [strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return {"$ref": node["$ref"].replace(PREFIX, "#/definitions/")}
    open_ended = node.get("x-kubernetes-preserve-unknown-fields", False)
    kept = {}
    for key, value in node.items():
        if key == "properties":
            kept[key] = {name: strict(schema) for name, schema in value.items() if name != "status"}
        elif key in ("required", "enum"):
            kept[key] = value
        elif key not in ("description", "default", "format", "nullable") and not key.startswith("x-kubernetes"):
            kept[key] = strict(value)
    if "properties" in kept and "additionalProperties" not in kept and not open_ended:
        kept["additionalProperties"] = False
    if len(kept.get("allOf", [])) == 1 and "$ref" in kept["allOf"][0]:
        return kept["allOf"][0]
    return kept


def references(node):
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].removeprefix("#/definitions/")
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for item in node:
            yield from references(item)


def add(definitions, schemas, name):
    if name not in definitions:
        definitions[name] = strict(schemas[name])
        for reference in references(definitions[name]):
            add(definitions, schemas, reference)


def extract(server, groups):
    definitions = {}
    for path, kinds in groups.items():
        with urllib.request.urlopen(f"{server}/openapi/v3/{path}") as answer:
            schemas = json.load(answer)["components"]["schemas"]
        for name, schema in schemas.items():
            for meant in schema.get("x-kubernetes-group-version-kind", []):
                api = "/".join(part for part in (meant["group"], meant["version"]) if part)
                if meant["kind"] in kinds and api == path.split("/", 1)[1]:
                    add(definitions, schemas, name)
                    definitions[f"{api} {meant['kind']}"] = {"$ref": f"#/definitions/{name}"}
    return definitions


for origin, groups in ORIGINS.items():
    file = os.path.join(os.path.dirname(os.path.abspath(__file__)), origin + ".json")
    with open(file, "w", encoding="utf-8") as out:
        json.dump({"definitions": extract(sys.argv[1], groups)}, out, sort_keys=True, separators=(",", ":"))
        out.write("\n")
