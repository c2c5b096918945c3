package org.sekisho.persistence.report;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.lang.reflect.Field;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.calendar.CalendarFeed;
import org.sekisho.domain.assurance.control.CatalogueVersion;
import org.sekisho.domain.assurance.finding.AuditFinding;
import org.sekisho.domain.assurance.finding.FindingStatement;
import org.sekisho.domain.assurance.finding.FindingText;
import org.sekisho.domain.report.GraverRepeat;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportMarker;
import org.sekisho.domain.report.ReportOrigin;
import org.sekisho.domain.report.ReportStep;
import org.sekisho.domain.report.Revision;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.Standing;
import org.sekisho.domain.report.TierChange;
import org.sekisho.domain.report.decision.TableVersion;
import org.sekisho.domain.report.disclosure.DisclosureCase;
import org.sekisho.domain.report.disclosure.DisclosureContent;
import org.sekisho.domain.report.disclosure.DisclosureStep;
import org.sekisho.domain.report.embargo.Embargo;
import org.sekisho.domain.report.embargo.EmbargoParticipant;
import org.sekisho.domain.report.embargo.EmbargoStep;
import org.sekisho.domain.report.escalation.Escalation;
import org.sekisho.domain.report.escalation.EscalationContent;
import org.sekisho.domain.report.escalation.EscalationDocument;
import org.sekisho.domain.report.escalation.EscalationReading;
import org.sekisho.domain.report.escalation.EscalationStep;
import org.sekisho.domain.report.escalation.ReportEvaluation;
import org.sekisho.domain.report.intake.Intake;
import org.sekisho.domain.report.intake.IntakeContent;
import org.sekisho.domain.report.intake.IntakeOrigin;
import org.sekisho.domain.report.rating.Rating;
import org.sekisho.domain.report.release.Release;
import org.sekisho.domain.report.release.ReleaseApproval;
import org.sekisho.domain.report.release.ReleaseReceipt;
import org.sekisho.domain.report.release.ReleasedContent;
import org.sekisho.domain.report.review.Absence;
import org.sekisho.domain.report.review.DutyShift;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.ReviewChain;
import org.sekisho.domain.report.review.ReviewStage;
import org.sekisho.domain.report.review.ReviewerRank;
import org.sekisho.domain.report.review.Seat;
import org.sekisho.domain.report.review.Vote;
import org.sekisho.persistence.shared.InstantConverter;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.shared.UuidConverter;

/**
 * The entities of reports and their imports, calendar feeds, catalogues of controls and findings of audits over the role of the application, by the same provider as in the product and without a container.
 */
public final class TestUnit implements PersistenceUnitInfo {

    private static final List<Class<?>> CLASSES = List.of(
            Report.class,
            Standing.class,
            ReportMarker.class,
            ReportStep.class,
            Revision.class,
            RevisionContent.class,
            GraverRepeat.class,
            ReportOrigin.class,
            TierChange.class,
            TableVersion.class,
            ReviewChain.class,
            ReviewStage.class,
            ReviewerRank.class,
            Seat.class,
            Vote.class,
            InterimMeasure.class,
            Absence.class,
            DutyShift.class,
            Rating.class,
            Intake.class,
            IntakeOrigin.class,
            IntakeContent.class,
            Release.class,
            ReleaseApproval.class,
            ReleaseReceipt.class,
            ReleasedContent.class,
            Embargo.class,
            EmbargoParticipant.class,
            EmbargoStep.class,
            DisclosureCase.class,
            DisclosureContent.class,
            DisclosureStep.class,
            ReportEvaluation.class,
            Escalation.class,
            EscalationStep.class,
            EscalationDocument.class,
            EscalationContent.class,
            EscalationReading.class,
            CalendarFeed.class,
            CatalogueVersion.class,
            AuditFinding.class,
            FindingText.class,
            FindingStatement.class,
            InstantConverter.class,
            UuidConverter.class);

    private static final Map<String, EntityManagerFactory> BY_DATABASE = new ConcurrentHashMap<>();

    private final String database;

    private TestUnit(String database) {
        this.database = database;
    }

    public static EntityManager open() {
        return open("sekisho");
    }

    /** Over another database of the same server. */
    static EntityManager open(String database) {
        return BY_DATABASE.computeIfAbsent(database, TestUnit::create).createEntityManager();
    }

    /** Gives a bean what the container would. */
    public static void inject(Object bean, String name, Object value) {
        try {
            Field field = bean.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(bean, value);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static EntityManagerFactory create(String database) {
        TestUnit unit = new TestUnit(database);
        return new PersistenceProvider().createContainerEntityManagerFactory(unit, unit.getProperties());
    }

    @Override
    public Properties getProperties() {
        Properties properties = new Properties();
        properties.put(
                "jakarta.persistence.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + TestDatabase.get().port() + "/" + database
                        + "?currentSchema=sekisho&stringtype=unspecified");
        properties.put("jakarta.persistence.jdbc.user", "sekisho_app");
        properties.put("jakarta.persistence.jdbc.driver", "org.postgresql.Driver");
        properties.put("eclipselink.session-name", database);
        properties.put("eclipselink.target-database", "PostgreSQL");
        properties.put("eclipselink.ddl-generation", "none");
        properties.put("eclipselink.jdbc.batch-writing", "JDBC");
        properties.put("eclipselink.jdbc.cache-statements", "true");
        properties.put("eclipselink.weaving", "false");
        properties.put("eclipselink.logging.level", "OFF");
        return properties;
    }

    @Override
    public String getPersistenceUnitName() {
        return "reports";
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProvider.class.getName();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public @Nullable DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public @Nullable DataSource getNonJtaDataSource() {
        return null;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return TestUnit.class.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    public List<String> getManagedClassNames() {
        return CLASSES.stream().map(Class::getName).toList();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.0";
    }

    @Override
    public ClassLoader getClassLoader() {
        return TestUnit.class.getClassLoader();
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // Without weaving nothing is transformed.
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return TestUnit.class.getClassLoader();
    }
}
