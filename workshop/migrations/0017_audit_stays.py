"""Who did it stands in the line itself, and the database refuses to change or remove a line."""

from django.db import migrations, models

SQLITE = (
    """CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON workshop_audit
    BEGIN SELECT RAISE(ABORT, 'The audit is append-only: no line is removed.'); END""",
    # A workshop or a seat that is erased leaves its lines: they lose the pointer to it, and nothing else.
    """CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON workshop_audit
    WHEN OLD.id IS NOT NEW.id OR OLD.slug IS NOT NEW.slug OR OLD.n IS NOT NEW.n OR OLD.verb IS NOT NEW.verb
      OR OLD.who IS NOT NEW.who OR OLD.ids IS NOT NEW.ids OR OLD.at IS NOT NEW.at
      OR OLD.prev_hash IS NOT NEW.prev_hash OR OLD.hash IS NOT NEW.hash
      OR (NEW.workshop_id IS NOT NULL AND NEW.workshop_id IS NOT OLD.workshop_id)
      OR (NEW.seat_id IS NOT NULL AND NEW.seat_id IS NOT OLD.seat_id)
    BEGIN SELECT RAISE(ABORT, 'The audit is append-only: no line is changed.'); END""",
)
POSTGRESQL = (
    "SET CONSTRAINTS ALL IMMEDIATE",  # what was just written would hold the table up
    """CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'The audit is append-only: no line is removed.'; END IF;
    IF (OLD.id, OLD.slug, OLD.n, OLD.verb, OLD.who, OLD.ids, OLD.at, OLD.prev_hash, OLD.hash)
      IS DISTINCT FROM (NEW.id, NEW.slug, NEW.n, NEW.verb, NEW.who, NEW.ids, NEW.at, NEW.prev_hash, NEW.hash)
      OR (NEW.workshop_id IS NOT NULL AND NEW.workshop_id IS DISTINCT FROM OLD.workshop_id)
      OR (NEW.seat_id IS NOT NULL AND NEW.seat_id IS DISTINCT FROM OLD.seat_id)
    THEN RAISE EXCEPTION 'The audit is append-only: no line is changed.'; END IF;
    RETURN NEW; END $$""",
    """CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON workshop_audit
    FOR EACH ROW EXECUTE FUNCTION audit_stays()""",
)
UNDONE = {
    "sqlite": ("DROP TRIGGER audit_is_not_removed", "DROP TRIGGER audit_is_not_changed"),
    "postgresql": ("DROP TRIGGER audit_stays ON workshop_audit", "DROP FUNCTION audit_stays()"),
}
LOST = "?"  # as in workshop/analysis/chain.py


def say_who(apps, schema_editor):
    """A seat that is gone is named in the line of its workshop's end, else lost."""
    for line in apps.get_model("workshop", "Audit").objects.select_related("seat"):
        by = line.ids.get("by", "").replace("-", "")
        # A line of the server's own commands never had a seat, and its workshop is there still.
        line.who = line.seat.uid.hex if line.seat else by or ("" if line.workshop_id else LOST)
        line.save(update_fields=["who"])


def guard(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, None)


def unguard(apps, schema_editor):
    for statement in UNDONE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, None)


class Migration(migrations.Migration):
    dependencies = [("workshop", "0016_withdrawn")]

    operations = [
        migrations.AddField("audit", "who", models.CharField(max_length=32, blank=True, default="")),
        migrations.RunPython(say_who, migrations.RunPython.noop),
        migrations.RunPython(guard, unguard),
    ]
