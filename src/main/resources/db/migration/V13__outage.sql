-- Since when users cannot work; null while they can.
alter table intervention add column unavailable_since timestamp with time zone;
create index intervention_by_outage on intervention (unavailable_since);

-- Since when they can work again; null where they never could not.
alter table intervention add column available_since timestamp with time zone;
