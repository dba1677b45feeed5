"""Prints when servers begin and end to exist, from the first there ever was: what a bill could be made of.

    pip install -r requirements.txt
    python consumer.py KAFKA GROUP
"""
import sys

from cloudevents.core.bindings.kafka import KafkaMessage, from_binary_event
from confluent_kafka import Consumer

WHAT = {
    "io.handover.provisioning.ServerDeployed.v1": "began",
    "io.handover.provisioning.ServerDeleted.v1": "ended",
}

consumer = Consumer({"bootstrap.servers": sys.argv[1], "group.id": sys.argv[2], "auto.offset.reset": "earliest"})
consumer.subscribe(["provisioning.server.v1"])
while True:
    record = consumer.poll(1.0)
    if record is None or record.error():
        continue
    event = from_binary_event(KafkaMessage(dict(record.headers()), record.key(), record.value()))
    if event.get_type() in WHAT:  # anything else is of no interest, or newer than this program
        print(WHAT[event.get_type()], event.get_time(), event.get_subject(), event.get_data(), flush=True)
