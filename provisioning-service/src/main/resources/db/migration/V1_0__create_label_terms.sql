-- What labels can be found by: key and key=value, keys in lower case.
create function label_terms(labels text) returns text[]
language sql immutable parallel safe
return (
    select array_agg(lower(pair.key)) || array_agg(lower(pair.key) || '=' || pair.value)
    from jsonb_to_recordset(cast(labels as jsonb)) as pair (key text, value text));
