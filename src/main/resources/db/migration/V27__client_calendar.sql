-- When a client works and when it lets us work, as JSON, in the shape in which /api/clients takes it. Null where it has told us nothing.
alter table client add column calendar text;
