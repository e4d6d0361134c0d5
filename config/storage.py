"""Static files under names that change when their content does."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStatic(CompressedManifestStaticFilesStorage):
    """Rewrites the imports of ES modules too, so that a changed module is never read from an old cache."""

    support_js_module_import_aggregation = True
