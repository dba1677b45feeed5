-- The trace (W3C Trace Context) of the request or event that caused it; null when nothing is traced.
alter table outbox add column traceparent text;
