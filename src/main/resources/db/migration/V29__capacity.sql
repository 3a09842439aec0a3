-- One row, locked by the check that counts who has the systems team: of two that want its last place one is second.
create table capacity_turn (
    id integer primary key
);
insert into capacity_turn (id) values (1);
