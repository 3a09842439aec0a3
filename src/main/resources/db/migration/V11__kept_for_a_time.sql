-- Null once their time is over: the texts of a mail, whom it went to, and what proves an answer.
alter table message_log alter column body_html drop not null;
alter table message_log alter column body_text drop not null;
alter table message_log alter column recipients drop not null;
alter table consent alter column answered_by drop not null;

-- Links to a task are older than the engine's memory: which one a person completed, and which ones were taken away.
alter table timeline add column task varchar(64);
create index timeline_by_task on timeline (task);
create table task_left (
    task             varchar(64)  primary key,
    intervention_key varchar(60)  not null,
    label            varchar(200) not null
);
