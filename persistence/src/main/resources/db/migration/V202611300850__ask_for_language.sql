-- Which language somebody reads is asked by nearly every query that shows a name. Through the policies of people, written out in each, it took
-- longer to plan than to run; a function is planned once on a connection, under the same policies.

create function reads_japanese() returns boolean
    language plpgsql stable
    set search_path = sekisho, pg_temp
as $$
begin
    return exists (select from person me where me.id = acting_person() and upper(me.language) = 'JA');
end
$$;
comment on function reads_japanese() is 'Whether the person who acts reads Japanese; the system doesn''t.';
revoke all on function reads_japanese() from public;
grant execute on function reads_japanese() to sekisho_app;
