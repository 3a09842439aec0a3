-- Whether other figures have finished the battery for which it was sent; its tests are gone then.
alter table battery_import add column dropped boolean default false not null;
