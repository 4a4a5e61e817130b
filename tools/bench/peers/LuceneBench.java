// SPDX-License-Identifier: GPL-2.0-or-later
// Lucene as a peer: "index DIR FIELDS", "search DIR" (a query a line on stdin) or "search DIR QUERY". See lucene.py.
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.*;
import org.apache.lucene.facet.*;
import org.apache.lucene.facet.sortedset.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.*;

public class LuceneBench {
    static final Analyzer analyzer = new EnglishAnalyzer();
    static final FacetsConfig config = new FacetsConfig();
    static {
        config.setMultiValued("country", true);
        config.setMultiValued("person", true);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("index")) index(arguments[1], arguments[2]);
        else search(arguments[1], arguments.length > 2 ? arguments[2] : null);
    }

    static Document document(String record) throws IOException {
        String[] fields = record.split("\u001f", -1);
        FieldType text = new FieldType(TextField.TYPE_STORED);
        text.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);  // for the highlighter
        Document document = new Document();
        document.add(new StringField("id", fields[0], Field.Store.YES));
        document.add(new StoredField("date", fields[1]));
        document.add(new StringField("year", fields[2], Field.Store.NO));
        if (!fields[2].isEmpty()) document.add(new SortedSetDocValuesFacetField("year", fields[2]));
        document.add(new StoredField("source", fields[3]));
        for (String country : fields[4].split(",")) {
            if (country.isEmpty()) continue;
            document.add(new StringField("country", country, Field.Store.YES));
            document.add(new SortedSetDocValuesFacetField("country", country));
        }
        for (String person : fields[5].split(",")) {
            if (person.isEmpty()) continue;
            document.add(new StringField("person", person, Field.Store.YES));
            document.add(new SortedSetDocValuesFacetField("person", person));
        }
        document.add(new Field("title", fields[6], TextField.TYPE_STORED));
        document.add(new Field("text", fields[6] + "\n" + fields[7], text));
        return config.build(document);
    }

    static void index(String folder, String file) throws Exception {
        IndexWriterConfig settings = new IndexWriterConfig(analyzer);
        settings.setRAMBufferSizeMB(256);
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(Paths.get(folder)), settings);
             Scanner records = new Scanner(new BufferedInputStream(new FileInputStream(file), 1 << 20), "UTF-8").useDelimiter("\u001e")) {
            BlockingQueue<String> queue = new ArrayBlockingQueue<>(1000);
            String end = new String("");
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 2; ++i) {
                running.add(threads.submit(() -> {
                    for (String record = queue.take(); record != end; record = queue.take()) writer.addDocument(document(record));
                    return null;
                }));
            }
            while (records.hasNext()) queue.put(records.next());
            queue.put(end);
            queue.put(end);
            for (Future<?> one : running) one.get();
            threads.shutdown();
            writer.forceMerge(1);
        }
    }

    static void search(String folder, String only) throws Exception {
        IndexReader reader = DirectoryReader.open(MMapDirectory.open(Paths.get(folder)));
        IndexSearcher searcher = new IndexSearcher(reader);
        SortedSetDocValuesReaderState[] state = new SortedSetDocValuesReaderState[1];
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
        BufferedReader in = new BufferedReader(only == null ? new InputStreamReader(System.in, StandardCharsets.UTF_8) : new StringReader(only));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(answer(line.split("\t", -1), reader, searcher, state));
            out.flush();
        }
    }

    static List<Term> terms(String words) throws IOException {
        List<Term> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", words)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) terms.add(new Term("text", term.toString()));
            stream.end();
        }
        return terms;
    }

    static String answer(String[] asked, IndexReader reader, IndexSearcher searcher, SortedSetDocValuesReaderState[] state) throws IOException {
        String kind = asked[0];
        List<Term> terms = terms(asked[1]);
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        if (kind.equals("phrase")) {
            builder.add(new PhraseQuery("text", terms.stream().map(Term::text).toArray(String[]::new)), BooleanClause.Occur.MUST);
        } else {
            BooleanQuery.Builder words = new BooleanQuery.Builder();
            for (Term term : terms) words.add(new TermQuery(term), BooleanClause.Occur.SHOULD);
            builder.add(words.build(), BooleanClause.Occur.MUST);
        }
        if (!kind.equals("phrase") && !kind.equals("ranked")) {
            builder.add(new TermQuery(new Term("country", asked[2])), BooleanClause.Occur.FILTER);
            builder.add(new TermQuery(new Term("year", asked[3])), BooleanClause.Occur.FILTER);
        }
        Query query = builder.build();
        boolean counts = kind.equals("+facets") || kind.equals("+snippets");
        StringBuilder answer = new StringBuilder();
        TopDocs top;
        if (counts) {
            FacetsCollector collector = new FacetsCollector();
            top = FacetsCollector.search(searcher, query, 10, collector);
            if (state[0] == null) state[0] = new DefaultSortedSetDocValuesReaderState(reader);
            Facets facets = new SortedSetDocValuesFacetCounts(state[0], collector);
            for (String field : new String[] {"country", "person", "year"}) answer.append(facets.getTopChildren(10, field));
        } else {
            top = searcher.search(query, 10);
        }
        for (ScoreDoc hit : top.scoreDocs) {
            Document document = counts ? searcher.doc(hit.doc) : searcher.doc(hit.doc, Collections.singleton("id"));
            answer.append(document.get("id")).append('\t');
            if (counts) answer.append(document.get("title")).append(Arrays.toString(document.getValues("person")));
        }
        if (kind.equals("+snippets")) {
            UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, analyzer);
            for (String snippet : highlighter.highlight("text", query, top, 2)) answer.append(snippet);
        }
        return answer.toString().replace('\n', ' ');
    }
}
