-- The first version that brings a hotfix along, where whoever applied it knew.
alter table hotfix add column contained_in varchar(100);
alter table instance_patch add column contained_in varchar(100);
