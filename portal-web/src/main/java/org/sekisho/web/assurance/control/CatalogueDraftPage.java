package org.sekisho.web.assurance.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.control.OscalCatalogue;
import org.sekisho.ejb.assurance.control.ControlService;
import org.sekisho.ejb.assurance.control.DraftCatalogue;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** Takes a catalogue in from a file, as the draft of the next version. */
@Named
@RequestScoped
public class CatalogueDraftPage {

    @Inject
    private ControlService controls;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    private @Nullable Part file;

    @PostConstruct
    void read() {
        me.require("control:edit");
    }

    public int getMost() {
        return OscalCatalogue.MOST_BYTES;
    }

    public void draft() {
        Part given = file;
        if (given == null || FormValues.text(given.getSubmittedFileName()).isBlank()) {
            notices.wrong("file", "controls.file-missing");
            return;
        }
        try (InputStream content = given.getInputStream()) {
            int version = controls.draft(new DraftCatalogue(content.readNBytes(OscalCatalogue.MOST_BYTES + 1)));
            notices.done("controls.drafted", Map.of());
            notices.leadTo("/control-catalogue?version=" + version);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
