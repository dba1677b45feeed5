package io.handover.sandbox.refusal;

record InvalidField(String name, String reason) {}
