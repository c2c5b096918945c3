-- An import that is being published has not broken off, however long that takes; whoever asks is told so at once.

create function is_held(name text) returns boolean
    language sql volatile
    return exists (select from pg_locks l
                   where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
                     and l.database = (select d.oid from pg_database d where d.datname = current_database())
                     and ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended(name, 0));
comment on function is_held(text) is
    'Whether a transaction holds the advisory lock of this name, asked without taking it: whoever asks is in nobody''s way.';
grant execute on function is_held(text) to sekisho_app;

comment on column report_import.heard_at is
    'When whoever reads it was last heard of. After five silent minutes, if no transaction works at it either, it counts as broken off.';
