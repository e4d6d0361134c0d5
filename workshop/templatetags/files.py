"""What a file is called."""

from django import template

from workshop.models.file_words import kind_of

register = template.Library()
register.filter("kind_of_file", kind_of)
