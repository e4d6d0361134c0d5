"""The day of erasure that each seat last read: for those who are there already, the one that stands."""

from django.db import migrations, models


def told(apps, schema_editor):
    Seat, Workshop = apps.get_model("workshop", "Seat"), apps.get_model("workshop", "Workshop")
    day = Workshop.objects.filter(pk=models.OuterRef("workshop")).values("retain_until")
    Seat.objects.update(told_until=models.Subquery(day))


class Migration(migrations.Migration):

    dependencies = [
        ('workshop', '0023_brought'),
    ]

    operations = [
        migrations.AddField(
            model_name='seat',
            name='told_until',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.RunPython(told, migrations.RunPython.noop),
    ]
