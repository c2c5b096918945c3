package org.sekisho.web.report.decision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sekisho.domain.report.decision.Point;
import org.sekisho.domain.report.decision.TableState;
import org.sekisho.ejb.report.decision.TableView;
import org.sekisho.web.shared.Say;

/** What tables are made of, in the reader's language where it is known; else as whoever made the table wrote it. */
@Named
@RequestScoped
public class TableWords {

    @Inject
    private Say say;

    public String point(Point point) {
        return say.find("decision.input." + point.key()).orElse(point.name());
    }

    public String value(Point point, String key) {
        return say.find("decision.value." + point.key() + "." + key).orElseGet(() -> point.values().stream()
                .filter(value -> value.key().equals(key))
                .map(Point.Value::name)
                .findFirst()
                .orElse(key));
    }

    /** A combination in one line, for who hears a field of its row without its cells. */
    public String values(List<Point> inputs, List<String> combination) {
        return IntStream.range(0, inputs.size())
                .mapToObj(place -> point(inputs.get(place)) + " " + value(inputs.get(place), combination.get(place)))
                .collect(Collectors.joining(", "));
    }

    public String title(TableView table) {
        return table.delivered() ? say.of("decision.delivered", table.use()) : table.title();
    }

    public String tone(TableState state) {
        return switch (state) {
            case DRAFT -> "chip-info";
            case ADOPTED -> "chip-good";
            case RETIRED -> "";
        };
    }
}
