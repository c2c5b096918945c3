package org.sekisho.web.report;

import org.sekisho.domain.report.FoundBy;
import org.sekisho.web.shared.FormValues;

/** How a report was found, as the fields of a form; empty isn't said. */
public class FoundByFields {

    private String environment = "";
    private String tool = "";
    private String toolVersion = "";
    private String run = "";

    FoundBy said() {
        return new FoundBy(environment, tool, toolVersion, run);
    }

    public String getEnvironment() {
        return environment;
    }

    public void setEnvironment(String environment) {
        this.environment = FormValues.text(environment);
    }

    public String getTool() {
        return tool;
    }

    public void setTool(String tool) {
        this.tool = FormValues.text(tool);
    }

    public String getToolVersion() {
        return toolVersion;
    }

    public void setToolVersion(String toolVersion) {
        this.toolVersion = FormValues.text(toolVersion);
    }

    public String getRun() {
        return run;
    }

    public void setRun(String run) {
        this.run = FormValues.text(run);
    }
}
