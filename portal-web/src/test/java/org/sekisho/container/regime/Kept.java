package org.sekisho.container.regime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The regime's rows as they were founded. What a call changed is put back, so that every call finds the same regime whatever was
 * called before; the trail stays, since events are what the tests ask for.
 */
public final class Kept {

    private static final String LEFT_OUT =
            "('schema_history', 'trail_event', 'trail_outbox', 'trail_opening', 'trail_material', 'trail_log',"
                    + " 'trail_leaf', 'trail_tile', 'trail_key', 'trail_checkpoint', 'trail_cosignature', 'trail_check',"
                    + " 'notice', 'agreement_document')";

    private static final String DEADLOCK = "40P01";
    private static final int MOST_DEADLOCKS = 10;

    private Kept() {}

    /**
     * Remembers all rows as they are now. Whether a table changed is told by a digest of its rows; and since that reads all of them, only
     * where their number or the transactions that wrote them are others than when the table was last known to be unchanged.
     */
    public static void keep() {
        asSuperuser(
                """
                drop schema if exists kept cascade;
                create schema kept;
                do $$
                declare
                    each text;
                begin
                    for each in select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where n.nspname = 'sekisho' and c.relkind = 'r' and relname not in %1$s loop
                        execute format('create table kept.%%I as table sekisho.%%I', each, each);
                    end loop;
                end
                $$;
                create function kept.digest(schema text, name text) returns numeric language plpgsql as $$
                declare
                    found numeric;
                begin
                    execute format('select coalesce(sum(hashtextextended((to_jsonb(t) - ''last_seen_at'')::text, 0)), 0) from %%I.%%I t',
                        schema, name) into found;
                    return found;
                end
                $$;
                create function kept.stamp(name text) returns text language plpgsql as $$
                declare
                    found text;
                begin
                    execute format('select count(*) || '' '' || coalesce(sum(xmin::text::bigint), 0) from sekisho.%%I', name) into found;
                    return found;
                end
                $$;
                create table kept.digests as
                    select relname::text as name, kept.digest('kept', relname) as digest, '' as stamp from pg_class
                    where relnamespace = 'kept'::regnamespace and relkind = 'r';
                create function kept.changed() returns setof text language plpgsql as $$
                declare
                    each record;
                    seen text;
                begin
                    for each in select * from kept.digests loop
                        seen := kept.stamp(each.name);
                        if seen = each.stamp then
                            continue;
                        elsif kept.digest('sekisho', each.name) <> each.digest then
                            return next each.name;
                        else
                            update kept.digests set stamp = seen where name = each.name;
                        end if;
                    end loop;
                end
                $$;
                create function kept.restore() returns void language plpgsql as $$
                declare
                    each text;
                    rows bigint;
                begin
                    set local session_replication_role = replica;
                    for each in select * from kept.changed() loop
                        execute format('delete from sekisho.%%I', each);
                        -- Without columns that the database computes.
                        execute format('insert into sekisho.%%1$I (%%2$s) select %%2$s from kept.%%1$I', each,
                            (select string_agg(quote_ident(attname), ', ') from pg_attribute
                             where attrelid = format('sekisho.%%I', each)::regclass and attnum > 0 and not attisdropped and attgenerated = ''));
                        get diagnostics rows = row_count;
                        update kept.digests set stamp = rows || ' ' || rows * (pg_current_xact_id()::text::bigint %% 4294967296)
                            where name = each;
                    end loop;
                    -- On a slow machine the tests take longer than a session may stand idle.
                    update sekisho.login_session set last_seen_at = clock_timestamp()
                        where last_seen_at < clock_timestamp() - interval '5 minutes';
                end
                $$;
                """
                        .formatted(LEFT_OUT));
    }

    /**
     * Puts back what changed. A job of the portal may be at work on the same rows in another order; then the database ends one of the
     * two, and what was ended here begins anew.
     */
    public static void restore() {
        for (int left = MOST_DEADLOCKS; ; left--) {
            try {
                asSuperuser("select kept.restore()");
                return;
            } catch (IllegalStateException broken) {
                boolean deadlock =
                        broken.getCause() instanceof SQLException cause && DEADLOCK.equals(cause.getSQLState());
                if (!deadlock || left == 0) {
                    throw broken;
                }
            }
        }
    }

    /** The tables whose rows are others than those remembered. */
    public static List<String> changed() {
        try (Connection connection = Database.connect(Database.As.SUPERUSER)) {
            return Database.texts(connection, "select kept.changed() order by 1");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void asSuperuser(String sql) {
        try (Connection connection = Database.connect(Database.As.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
