"""Checks a document against a schema with the package jsonschema. Prints its version, microseconds a document, and
whether it is in order. usage: schema.py SCHEMA DOCUMENT SECONDS      0 seconds: once, for the clock of whoever calls"""
import json
import sys
import time
from importlib.metadata import version

from jsonschema import Draft202012Validator

with open(sys.argv[1], encoding="utf-8") as file:
    validator = Draft202012Validator(json.load(file))
with open(sys.argv[2], encoding="utf-8") as file:
    text = file.read()
half = float(sys.argv[3]) / 2


def once():
    return not list(validator.iter_errors(json.loads(text)))


def measured():
    begin = time.perf_counter()
    rounds = 0
    while True:
        once()
        rounds += 1
        if time.perf_counter() - begin >= half:
            return (time.perf_counter() - begin) * 1e6 / rounds


valid = once()
if half > 0:
    measured()
print(version("jsonschema"), measured() if half > 0 else 0, str(valid).lower())
