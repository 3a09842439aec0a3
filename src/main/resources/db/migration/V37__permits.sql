-- What pipelines were permitted: a line of the intervention's timeline each.
create table permit (
    -- The token's, jti.
    id               varchar(36)  not null primary key,
    intervention_key varchar(60)  not null,
    taken_by         varchar(255) not null,
    taken_at         timestamp with time zone not null,
    valid_until      timestamp with time zone not null
);
create index permit_by_intervention on permit (intervention_key, taken_at);
