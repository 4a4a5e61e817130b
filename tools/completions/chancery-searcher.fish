# SPDX-License-Identifier: GPL-2.0-or-later
# fish completion of chancery-searcher. The keys of persons, countries and so on come from the index.

# The keys of the index for what is typed, with their names. What is typed may be any of an entity's names, and fish drops what it
# does not resemble: then the name stands for the key.
# usage: __chancery_keys FIELD...
function __chancery_keys
    set -l words (commandline -op)
    set -l token (commandline -ot)
    set -l typed (string replace -r '^--[a-z-]+=' '' -- $token)
    # fish puts what does not begin with what is typed in place of the option too.
    set -l option (string match -r '^--[a-z-]+=(?=.)' -- $token)
    set -l db (string replace -rf '^--db=' '' -- $words)
    if set -l at (contains -i -- --db $words)
        set db $words[(math $at + 1)]
    end
    set db (string replace -r '^~/' "$HOME/" -- $db)
    test -n "$db"; and set db --db $db
    for field in $argv
        chancery-searcher $db --complete "$field:$typed" 2>/dev/null | while read -d \t -l key name count
            set name (string replace -ra '[[:cntrl:]]' '' -- $name)
            if string match -qi -- "*$typed*" $key
                printf '%s\t%s\n' "$option$key" $name
            else
                printf '%s\t%s\n' "$option$name" $key
            end
        end
    end
end

# Lists with commas: each facet behind those that are typed.
function __chancery_facets
    set -l before (commandline -ot | string replace -r '^--[a-z-]+=' '' | string match -r '.*,')
    printf '%s\n' "$before"{person,country,organisation,place,source,language,subject,year,month,day}
end

complete -c chancery-searcher -f
complete -c chancery-searcher -l person -x -a '(__chancery_keys person)' -d 'Who is mentioned'
complete -c chancery-searcher -l country -x -a '(__chancery_keys country)' -d 'Which country is mentioned'
complete -c chancery-searcher -l organisation -x -a '(__chancery_keys organisation)' -d 'Which organisation is mentioned'
complete -c chancery-searcher -l place -x -a '(__chancery_keys place)' -d 'Which place is mentioned'
complete -c chancery-searcher -l source -x -a '(__chancery_keys source)' -d 'Which agency or paper'
complete -c chancery-searcher -l language -x -a '(__chancery_keys language)' -d 'Which language'
complete -c chancery-searcher -l subject -x -a '(__chancery_keys subject)' -d 'Which subject the editors gave'
complete -c chancery-searcher -l not-person -x -a '(__chancery_keys person)' -d 'Leave the person out'
complete -c chancery-searcher -l not-country -x -a '(__chancery_keys country)' -d 'Leave the country out'
complete -c chancery-searcher -l not-organisation -x -a '(__chancery_keys organisation)' -d 'Leave the organisation out'
complete -c chancery-searcher -l not-place -x -a '(__chancery_keys place)' -d 'Leave the place out'
complete -c chancery-searcher -l not-source -x -a '(__chancery_keys source)' -d 'Leave the agency or paper out'
complete -c chancery-searcher -l not-language -x -a '(__chancery_keys language)' -d 'Leave the language out'
complete -c chancery-searcher -l not-subject -x -a '(__chancery_keys subject)' -d 'Leave the subject out'
complete -c chancery-searcher -l all-persons -d 'Every --person must be there'
complete -c chancery-searcher -l from -x -d 'From the day, month or year on'
complete -c chancery-searcher -l to -x -d 'To the end of the day, month or year'
complete -c chancery-searcher -l date -x -d 'In the day, month or year'
complete -c chancery-searcher -l sort -x -a 'relevance newest oldest' -d 'Order of the hits'
complete -c chancery-searcher -l limit -x -d 'Hits to show'
complete -c chancery-searcher -l offset -x -d 'Hits to pass over first'
complete -c chancery-searcher -l after -x -d 'Go on behind the last hit of an answer'
complete -c chancery-searcher -l collapse -d 'Of near-duplicates only the best'
complete -c chancery-searcher -l recency -x -d 'Rank newer articles higher'
complete -c chancery-searcher -l explain -d 'How the query was read, and why each hit ranks where it does'
complete -c chancery-searcher -l facets -x -a '(__chancery_facets)' -d 'Count over all hits'
complete -c chancery-searcher -l facet-limit -x -d 'Values to show for each'
complete -c chancery-searcher -l timeline -x -a 'year month day' -d 'Hits by year, month or day'
complete -c chancery-searcher -l cross -x -a '(__chancery_facets)' -d 'Which values of two facets appear together'
complete -c chancery-searcher -l format -x -a 'text json jsonl csv ids' -d 'Form of the answer'
complete -c chancery-searcher -l count -d 'Print the number of hits alone'
complete -c chancery-searcher -l color -x -a 'auto always never' -d 'When to use colours'
complete -c chancery-searcher -l snippet-length -x -d 'Characters of a snippet'
complete -c chancery-searcher -l db -r -F -d 'Folder of the index, or HOST:PORT of a server'
complete -c chancery-searcher -l timeout -x -d 'Wait so long for a server'
complete -c chancery-searcher -l allow-partial -d 'Answer without a server that fails'
complete -c chancery-searcher -l default-operator -x -a 'or and' -d 'How words join'
complete -c chancery-searcher -l resolve -x -a '(__chancery_keys person country organisation place)' -d 'Who or what is meant'
complete -c chancery-searcher -l like -x -d 'Articles that are like one'
complete -c chancery-searcher -l batch -r -F -d 'A query a line'
complete -c chancery-searcher -l article -x -d 'One article in full'
complete -c chancery-searcher -s h -l help -d 'All options with examples'
complete -c chancery-searcher -l version -d 'Version of the program and of its indexes'
