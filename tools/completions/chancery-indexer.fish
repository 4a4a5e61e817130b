# SPDX-License-Identifier: GPL-2.0-or-later
# fish completion of chancery-indexer.

# The program names its formats where it is given one that it does not know.
function __chancery_formats
    chancery-indexer --format '?' 2>&1 | string replace -rf '.*there are: ' '' | string split ' | '
end

complete -c chancery-indexer -l db -r -F -d 'Folder of the index'
complete -c chancery-indexer -l format -x -a '(__chancery_formats)' -d 'Format of the inputs'
complete -c chancery-indexer -l jobs -x -d 'Threads that tag'
complete -c chancery-indexer -l memory -x -d 'For the sorting of a new index: 512M, 2G'
complete -c chancery-indexer -l rebuild -d 'Build anew beside the old index, swap at the end'
complete -c chancery-indexer -l prune -d 'Drop what the files hold no more'
complete -c chancery-indexer -l shards -x -d 'Make a new index of N shards'
complete -c chancery-indexer -l shard-by -x -a 'id year' -d 'Which shard an article is in'
complete -c chancery-indexer -l reshard -x -d 'Distribute over N shards anew'
complete -c chancery-indexer -l lock-timeout -x -d 'Wait so long for another writer'
complete -c chancery-indexer -l gazetteer -r -F -d 'Add names to the built-in ones'
complete -c chancery-indexer -l corrections -r -F -d 'Correct tags by this table'
complete -c chancery-indexer -l retag -d 'Tag all articles of the index anew'
complete -c chancery-indexer -l tag -d 'Print the tags of each article, open no index'
complete -c chancery-indexer -l explain -d 'With --tag, how each mention was found'
complete -c chancery-indexer -l check -d 'Verify the index'
complete -c chancery-indexer -l stats -d 'Print what is in the index'
complete -c chancery-indexer -l export -r -F -d 'Write all articles as JSON Lines'
complete -c chancery-indexer -l rejects -r -F -d 'Write there what could not be read'
complete -c chancery-indexer -l strict -d 'Stop at the first bad article'
complete -c chancery-indexer -l progress -x -a 'auto always never' -d 'When to show progress'
complete -c chancery-indexer -l quiet -d 'No progress and no closing line'
complete -c chancery-indexer -s h -l help -d 'All options with examples'
complete -c chancery-indexer -l version -d 'Version of the program and of its indexes'
