-- Of those who hold places in reviews there are some hundred, of places any number: the index is read from one holder to the next.

create or replace function vacant_seats(day date) returns setof uuid
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
begin
    return query
        with recursive holder as (
            (select s.person_id, s.organisation_id from review_seat s where s.ended_at is null
             order by s.person_id, s.organisation_id limit 1)
            union all
            select after.person_id, after.organisation_id
            from holder cross join lateral (
                select s.person_id, s.organisation_id from review_seat s
                where s.ended_at is null and (s.person_id, s.organisation_id) > (holder.person_id, holder.organisation_id)
                order by s.person_id, s.organisation_id limit 1) after)
        select s.id
        from (select holder.person_id, holder.organisation_id from holder
              where has_left(holder.person_id, holder.organisation_id, day)) gone
            join review_seat s on s.person_id = gone.person_id and s.organisation_id = gone.organisation_id and s.ended_at is null;
end
$$;
