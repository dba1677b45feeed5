-- The trace (W3C Trace Context) of what made the password; null when nothing is traced.
alter table delivery add column traceparent text;
