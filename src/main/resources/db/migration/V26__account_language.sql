-- In which language somebody of the vendor's reads; whoever has chosen none reads what the browser asks for.
create table account_language (
    account varchar(255) primary key,
    language varchar(2) not null
);
