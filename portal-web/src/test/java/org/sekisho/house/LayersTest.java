package org.sekisho.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Permissions;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** Layers, modules, and what only the choke point may do. */
class LayersTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // The test classes of other modules come as archives.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.sekisho");

    @Test
    void proofNeedsNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("org.sekisho.proof..")
                .should()
                .onlyDependOnClassesThat()
                // The JDK's own web server, a module that every JDK has: the witness runs on it.
                .resideInAnyPackage(
                        "java..", "javax.crypto..", "com.sun.net.httpserver..", "org.sekisho.proof..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void domainNeedsTheJdkProofAndAnnotations() {
        classes()
                .that()
                .resideInAPackage("org.sekisho.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        // The JDK's own: the names in certificates.
                        "javax.security.auth.x500..",
                        "org.sekisho.domain..",
                        "org.sekisho.proof..",
                        "jakarta.persistence..",
                        "jakarta.validation..",
                        "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void useCasesDontKnowHowRowsAreKept() {
        noClasses()
                .that()
                .resideInAPackage("org.sekisho.ejb..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sekisho.persistence..", "org.sekisho.web..")
                .check(HOUSE);
    }

    @Test
    void persistenceKnowsTheDomainOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.sekisho.persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sekisho.ejb..", "org.sekisho.web..")
                .check(HOUSE);
    }

    @Test
    void pagesReachRowsThroughUseCasesOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.sekisho.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sekisho.persistence..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .orShould()
                .dependOnClassesThat(areEntities())
                .check(HOUSE);
    }

    @Test
    void businessModulesOfTheDomainHaveNoCycles() {
        slices().matching("org.sekisho.domain.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void businessModulesOfTheUseCasesHaveNoCycles() {
        slices().matching("org.sekisho.ejb.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void packagesOfPersistenceHaveNoCycles() {
        slices().matching("org.sekisho.persistence.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void packagesOfThePortalHaveNoCycles() {
        slices().matching("org.sekisho.web.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void everyPublicMethodOfAUseCaseServiceDeclaresItsPermission() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(UseCases.class)
                .and()
                .areDeclaredInClassesThat()
                .areNotAnnotatedWith(Interceptor.class)
                .should()
                .beAnnotatedWith(Permission.class)
                .check(HOUSE);
    }

    @Test
    void everyDeclaredPermissionCanBeHeld() {
        methods()
                .that()
                .areAnnotatedWith(Permission.class)
                .should(nameAPermissionThatExists())
                .check(HOUSE);
    }

    @Test
    void noEntityLeavesAUseCase() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(UseCases.class)
                .should(returnNoEntity())
                .check(HOUSE);
    }

    @Test
    void anEntityIsFoundWhereverAReturnedTypeHoldsIt() {
        JavaClass leaking = new ClassFileImporter()
                .importClasses(Leaking.class, Leaking.Inner.class, Leaking.Outer.class, Organisation.class)
                .get(Leaking.class);
        leaking.getMethods().forEach(method -> assertTrue(holdsEntity(method.getReturnType()), method.getName()));
        assertEquals(4, leaking.getMethods().size());
    }

    @Test
    void onlyTheChokePointHoldsTransactions() {
        noClasses()
                .that()
                .resideInAPackage("org.sekisho..")
                .and()
                .doNotHaveSimpleName("ChokePoint")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(UserTransaction.class)
                .check(HOUSE);
    }

    @Test
    void entitiesHaveNoPublicSetters() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .haveNameMatching("set[A-Z].*")
                .and()
                .doNotHaveName("setPassword")
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> areEntities() {
        return DescribedPredicate.describe("are entities", each -> each.isAnnotatedWith(Entity.class));
    }

    private static ArchCondition<JavaMethod> nameAPermissionThatExists() {
        return new ArchCondition<>("name a permission of the table, of a job, or for those not signed in") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Permission permission = method.getAnnotationOfType(Permission.class);
                boolean ofAJob = false;
                for (SystemJob job : SystemJob.values()) {
                    ofAJob |= job.permissions().contains(permission.value())
                            || job.permissions().contains(permission.value().replaceFirst(":.*", ":*"));
                }
                boolean known = permission.beforeSignIn() || ofAJob || Permissions.exists(permission.value());
                if (!known) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " asks for " + permission.value() + ", which nobody holds"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> returnNoEntity() {
        return new ArchCondition<>("return no entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (holdsEntity(method.getReturnType())) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " returns an entity"));
                }
            }
        };
    }

    private static boolean holdsEntity(JavaType type) {
        return holdsEntity(type, new HashSet<>());
    }

    /** Also in what a collection holds, and in the components of records, as deep as they go. */
    private static boolean holdsEntity(JavaType type, Set<JavaClass> seen) {
        if (type instanceof JavaParameterizedType parameterized
                && parameterized.getActualTypeArguments().stream().anyMatch(each -> holdsEntity(each, seen))) {
            return true;
        }
        if (type instanceof JavaWildcardType wildcard
                && wildcard.getUpperBounds().stream().anyMatch(each -> holdsEntity(each, seen))) {
            return true;
        }
        JavaClass raw = type.toErasure().getBaseComponentType();
        if (raw.isAnnotatedWith(Entity.class)) {
            return true;
        }
        return raw.isRecord()
                && seen.add(raw)
                && raw.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .anyMatch(field -> holdsEntity(field.getType(), seen));
    }

    /** Use cases as none may be, for the rule to find. */
    private static final class Leaking {

        record Inner(Map<String, Optional<Organisation>> things) {}

        record Outer(List<Inner> inner) {}

        List<? extends Organisation> wildcard() {
            return List.of();
        }

        Optional<List<Organisation>> nested() {
            return Optional.empty();
        }

        Organisation[] array() {
            return new Organisation[0];
        }

        Outer records() {
            return new Outer(List.of());
        }
    }
}
