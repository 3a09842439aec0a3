-- The zone in which the engine's due dates stand: they are written without one. Empty until a node has seen to it.
create table engine_time (
    zone varchar(60) not null
);
