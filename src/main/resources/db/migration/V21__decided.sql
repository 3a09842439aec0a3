-- What a task decided, in the model's own word, and what was written to it. Of tasks from before the timeline says neither.
alter table timeline add column decided varchar(60);
alter table timeline add column note varchar(16000);
