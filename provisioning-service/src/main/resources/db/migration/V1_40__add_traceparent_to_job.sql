-- The trace (W3C Trace Context) of what it was last put down for; null when nothing is traced.
alter table job add column traceparent text;
